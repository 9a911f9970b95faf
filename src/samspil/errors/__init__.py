"""Every error that a user of Samspil can cause or meet, with its words in Danish and English.

An error says what is wrong, where, and what to do about it. The command turns it into one message and
the exit code of its branch; nobody sees a traceback for a mistake of their own.

    SamspilError
    ├── UsageError                    exit code 2: the command or the call was wrong
    │   ├── UnknownName
    │   ├── UnknownFormat
    │   │   └── UnfitFormat
    │   ├── NotAnIdentifier
    │   ├── NotAnEndpoint
    │   ├── SecretInAddress
    │   ├── UnclearCredentials
    │   ├── NotATimeout
    │   ├── ParameterError
    │   ├── QuerySyntaxError
    │   │   ├── NoSuchTerm
    │   │   └── ServiceRefused
    │   ├── NotAMap
    │   ├── NotExpressible
    │   ├── NotInstalled
    │   ├── NotTogether
    │   ├── TooManyRows
    │   ├── NoGraphStore
    │   ├── NoFileName
    │   ├── PortTaken
    │   ├── NotOurHost
    │   ├── NoPublicAddress
    │   ├── NotASetting
    │   ├── ReadOnlyStore
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
    │   ├── InvalidStory
    │   ├── NoBuiltStore
    │   └── NothingToValidate
    └── RemoteError                   exit code 4: another machine failed, or the time ran out
        ├── TimedOut
        │   └── TookTooLong
        ├── GaveUp
        ├── Unreachable
        ├── AccessRefused
        │   └── CredentialsRefused
        ├── NotSparql
        ├── WrongAnswer
        ├── TruncatedAnswer
        ├── RowLimitReached
        ├── AnswerTooLarge
        ├── Moved
        ├── ServerFailed
        ├── NotAGraphStore
        ├── ServiceFailed
        ├── QueryRefused
        ├── NothingThere
        ├── IncompleteRegister
        └── GraphsDiffer

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
    InvalidStory,
    LineEndings,
    NoBuiltStore,
    NotCanonical,
    NothingToValidate,
    PeriodError,
    ReservedGraph,
    TurtleSyntaxError,
    UnknownTerm,
    UnreadableInput,
    UnusedFile,
)
from samspil.errors.query import NoSuchTerm, NotAMap, QuerySyntaxError, ServiceRefused
from samspil.errors.remote import (
    AccessRefused,
    AnswerTooLarge,
    CredentialsRefused,
    GaveUp,
    GraphsDiffer,
    IncompleteRegister,
    Moved,
    NotAGraphStore,
    NothingThere,
    NotSparql,
    QueryRefused,
    RemoteError,
    RowLimitReached,
    ServerFailed,
    ServiceFailed,
    TimedOut,
    TookTooLong,
    TruncatedAnswer,
    Unreachable,
    WrongAnswer,
)
from samspil.errors.root import SamspilError
from samspil.errors.serving import NoPublicAddress, NotASetting, NotOurHost, PortTaken
from samspil.errors.usage import (
    NoFileName,
    NoGraphStore,
    NotAnEndpoint,
    NotAnIdentifier,
    NotATimeout,
    NotExpressible,
    NotInstalled,
    NotTogether,
    ParameterError,
    ReadOnlyStore,
    SecretInAddress,
    TooManyRows,
    UnclearCredentials,
    UnfitFormat,
    UnknownFormat,
    UnknownName,
    UnwritableOutput,
    UsageError,
)

__all__ = [
    "AccessRefused",
    "AnswerTooLarge",
    "BadFileName",
    "BlankNode",
    "ByteOrderMark",
    "CredentialsRefused",
    "DoctypeRefused",
    "DuplicateGraph",
    "DuplicateIdentifier",
    "EncodingError",
    "GaveUp",
    "GraphsDiffer",
    "IncompleteRegister",
    "InputError",
    "InvalidShape",
    "InvalidStory",
    "LineEndings",
    "Moved",
    "NoBuiltStore",
    "NoFileName",
    "NoGraphStore",
    "NoPublicAddress",
    "NoSuchTerm",
    "NotAGraphStore",
    "NotAMap",
    "NotASetting",
    "NotATimeout",
    "NotAnEndpoint",
    "NotAnIdentifier",
    "NotCanonical",
    "NotExpressible",
    "NotInstalled",
    "NotOurHost",
    "NotSparql",
    "NotTogether",
    "NothingThere",
    "NothingToValidate",
    "ParameterError",
    "PeriodError",
    "PortTaken",
    "QueryRefused",
    "QuerySyntaxError",
    "ReadOnlyStore",
    "RemoteError",
    "ReservedGraph",
    "RowLimitReached",
    "SamspilError",
    "SecretInAddress",
    "ServerFailed",
    "ServiceFailed",
    "ServiceRefused",
    "TimedOut",
    "TooManyRows",
    "TookTooLong",
    "TruncatedAnswer",
    "TurtleSyntaxError",
    "UnclearCredentials",
    "UnfitFormat",
    "UnknownFormat",
    "UnknownName",
    "UnknownTerm",
    "Unreachable",
    "UnreadableInput",
    "UnusedFile",
    "UnwritableOutput",
    "UsageError",
    "WrongAnswer",
]
