"""Pages for everyone."""

from app.access.rules import Access, everyone

ACCESS: dict[str, Access] = {
    "public.privacy": everyone("read how Plass looks after people's data"),
    "public.accessibility": everyone("read how accessible Plass is, and tell of barriers"),
    "public.open_data": everyone("find the open data"),
    "public.progress_page": everyone("see how far the 1000 jobs have come"),
    "public.openings": everyone("find a paid place"),
    "public.openings_rss": everyone("follow new paid places"),
    "public.opening": everyone("read about a paid place"),
    "public.opening_help": everyone("find help to get a paid place"),
    "public.certificate": everyone("see what a certificate is worth today"),
    "public.certificate_file": everyone("take a certificate along on paper"),
    "public.certified": everyone("find certified employers"),
    "public.certified_employer": everyone("know what an employer offers"),
    "public.front": everyone("learn what Plass is"),
    "public.set_language": everyone("choose the language"),
}
