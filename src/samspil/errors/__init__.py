"""Every error that a user of Samspil can cause or meet, with its words in Danish and English.

An error says what is wrong, where, and what to do about it. The command turns it into one message and
the exit code of its branch; nobody sees a traceback for a mistake of their own.

    SamspilError
    ├── UsageError                    exit code 2: the command or the call was wrong
    │   ├── UnknownName
    │   ├── UnknownFormat
    │   ├── NotAnIdentifier
    │   ├── ParameterError
    │   ├── QuerySyntaxError
    │   ├── NotExpressible
    │   ├── PortTaken
    │   └── UnwritableOutput
    ├── InputError                    exit code 3: a file or a text cannot be used
    │   ├── UnreadableInput
    │   ├── EncodingError
    │   ├── ByteOrderMark
    │   ├── LineEndings
    │   ├── TurtleSyntaxError
    │   ├── DoctypeRefused
    │   ├── BadFileName
    │   ├── UnusedFile
    │   ├── ReservedGraph
    │   ├── DuplicateGraph
    │   ├── DuplicateIdentifier
    │   ├── BlankNode
    │   ├── NotCanonical
    │   ├── PeriodError
    │   ├── UnknownTerm
    │   ├── InvalidShape
    │   └── NothingToValidate
    └── RemoteError                   exit code 4: another machine failed, or the time ran out
        └── TimedOut

This package imports nothing of ours.
"""

from samspil.errors.input import (
    BadFileName,
    BlankNode,
    ByteOrderMark,
    DoctypeRefused,
    DuplicateGraph,
    DuplicateIdentifier,
    EncodingError,
    InputError,
    InvalidShape,
    LineEndings,
    NotCanonical,
    NothingToValidate,
    PeriodError,
    ReservedGraph,
    TurtleSyntaxError,
    UnknownTerm,
    UnreadableInput,
    UnusedFile,
)
from samspil.errors.remote import RemoteError, TimedOut
from samspil.errors.root import SamspilError
from samspil.errors.usage import (
    NotAnIdentifier,
    NotExpressible,
    ParameterError,
    PortTaken,
    QuerySyntaxError,
    UnknownFormat,
    UnknownName,
    UnwritableOutput,
    UsageError,
)

__all__ = [
    "BadFileName",
    "BlankNode",
    "ByteOrderMark",
    "DoctypeRefused",
    "DuplicateGraph",
    "DuplicateIdentifier",
    "EncodingError",
    "InputError",
    "InvalidShape",
    "LineEndings",
    "NotAnIdentifier",
    "NotCanonical",
    "NotExpressible",
    "NothingToValidate",
    "ParameterError",
    "PeriodError",
    "PortTaken",
    "QuerySyntaxError",
    "RemoteError",
    "ReservedGraph",
    "SamspilError",
    "TimedOut",
    "TurtleSyntaxError",
    "UnknownFormat",
    "UnknownName",
    "UnknownTerm",
    "UnreadableInput",
    "UnusedFile",
    "UnwritableOutput",
    "UsageError",
]
