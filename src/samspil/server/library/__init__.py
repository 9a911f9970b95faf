"""The questions as pages: the library by topic, and each question as a form with its answer and ways to keep it.

listing     the library by topic, with a filter
choices     the things that a parameter may be, by the names that people know
form        a question as a form: its fields, what stands in them, and what a reader wrote
asked       the page of a question
showing     its answer as a table whose things lead to their pages, or as Turtle
"""

from samspil.server.library.routes import PAGES

__all__ = ["PAGES"]
