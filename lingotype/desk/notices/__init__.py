"""Notices to people: what happened, who may want to know, and mail that tells them, seldom rather than often.

gathering   what happened is looked up in the tables that say so, and written down once
choices     who wants to be told of what, when, and may
telling     what is due for a person now becomes mail, in the transaction that notes it as told
standing    what of it is still so, with titles, reasons and links
"""
