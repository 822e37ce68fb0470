"""What a screen reader would say while somebody works: the name of the page, the focus, and what live regions tell."""

from collections.abc import Callable
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.e2e.visitor import Visitor

LISTENER = """
window.told = [];
const listen = () => {
  const regions = '[role="status"], [role="alert"], [aria-live]:not([aria-live="off"])';
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const element = target.nodeType === Node.TEXT_NODE ? target.parentElement : target;
      const region = element?.closest(regions);
      const words = region?.innerText.trim().replace(/\\s+/g, " ");
      if (words && window.told.at(-1) !== words) window.told.push(words);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true });
};
document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", listen) : listen();
"""
"""Notes each change in a live region, not what stands in one when the page arrives: screen readers pass that over."""

CONTAINERS = {"alert", "group", "region", "status"}
"""Roles whose content is read out when they take focus."""


@dataclass(frozen=True)
class Heard:
    """What is heard after one act."""

    act: str
    title: str | None
    focus: str
    told: tuple[str, ...]

    @property
    def is_silent(self) -> bool:
        """Whether the act said nothing: no new page, nothing in a live region, and the focus where it was."""
        return self.title is None and not self.told and not self.focus

    def __str__(self) -> str:
        parts = [f"page «{self.title}»" if self.title else "", f"focus {self.focus}" if self.focus else ""]
        return f"{self.act}: " + ", ".join([*filter(None, parts), *(f"told «{one}»" for one in self.told)])


@dataclass
class Ear:
    """Listens to one visitor. All that is heard stands in `heard`, in its order."""

    visitor: Visitor
    heard: list[Heard] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(LISTENER)
        self.tree = self.page.context.new_cdp_session(self.page)

    @property
    def page(self) -> Page:
        """The window that is listened to."""
        return self.visitor.page

    def act(self, words: str, do: Callable[[], object]) -> Heard:
        """Do something, and hear what is said of it. A page that comes back under the same name is no new page."""
        title, focus = self.page.title(), self._focus()
        self.page.evaluate("window.told = []")
        do()
        self.page.wait_for_load_state()
        told = tuple(self.page.evaluate("window.told"))
        now, here = self.page.title(), self._focus()
        heard = Heard(words, now if now != title else None, here if here != focus else "", told)
        self.heard.append(heard)
        return heard

    def _focus(self) -> str:
        """Role and name of what has focus, as the accessibility tree has them, or its words where those are read."""
        found = self.tree.send("Runtime.evaluate", {"expression": "document.activeElement"})
        of = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
        (node,) = self.tree.send("Accessibility.getPartialAXTree", of)["nodes"]
        role, name = node["role"]["value"], node.get("name", {}).get("value", "")
        if role in CONTAINERS:
            name = " ".join(self.page.evaluate("document.activeElement.innerText").split())
        return "" if role in {"RootWebArea", "none", "generic"} else f"{role} «{name}»"
