// The texts of the template in the other language: each carries both.

/** Show the page in a language, "da" or "en". */
export function speak(lang) {
  document.documentElement.lang = lang;
  for (const element of document.querySelectorAll("[data-da]")) element.textContent = element.dataset[lang];
  for (const element of document.querySelectorAll("[data-label-da]")) {
    element.setAttribute("aria-label", element.dataset[lang === "en" ? "labelEn" : "labelDa"]);
  }
  const button = document.getElementById("language");
  [button.lang, button.textContent] = lang === "en" ? ["da", "Dansk"] : ["en", "English"];
  document.title = document.querySelector("h1").textContent;
}
