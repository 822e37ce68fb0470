"""Who may sign in and out: everyone; what is one's own needs somebody signed in."""

from app.access.rules import Access, everyone, signed_in

ACCESS: dict[str, Access] = {
    "auth.sign_in": everyone("ask for a sign-in link"),
    "auth.link_sent": everyone("read that the link is on its way"),
    "auth.open_link": everyone("use a sign-in link"),
    "auth.sign_out": everyone("sign out"),
    "auth.home": signed_in("find the way to one's own pages"),
    "auth.account": signed_in("see and change one's own account"),
    "auth.sign_out_everywhere": signed_in("sign out everywhere"),
}
