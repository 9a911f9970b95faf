"""The question library as data: addresses that a spreadsheet refreshes, and their description as OpenAPI.

routes      which address answers what, by which method
fields      the query string, read strictly
asking      what is asked: question, values, language, day, part of the answer, form
answering   the answer in a format, with what a client needs to ask again
paging      a part of an answer, and links to the other parts
freshness   ETag and Last-Modified, and whether a client has the answer already
problems    what went wrong, as application/problem+json
index       the list of all questions
openapi     the same as an OpenAPI document; `schemas` has its parts
recipes     how the same answer is got from Excel, Power BI, Python and the command line
"""

from samspil.server.api.routes import LAST, PAGES, ROUTES

__all__ = ["LAST", "PAGES", "ROUTES"]
