"""Where a request comes from, for counting alone: the sender's own address, also behind a proxy on this machine."""

from ipaddress import ip_address

from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """The address of whoever is connected, or behind a proxy of the newsroom's own the one that this says.

    Only a proxy on this machine or in a private network is believed, and only the last address that it wrote down: a
    sender can put anything before it.
    """
    connected = str(request.META.get("REMOTE_ADDR") or "")
    said = str(request.META.get("HTTP_X_FORWARDED_FOR") or "").rpartition(",")[2].strip()
    try:
        is_ours = ip_address(connected).is_private
    except ValueError:
        is_ours = not connected  # a socket of this machine has no address
    return said if said and is_ours else connected
