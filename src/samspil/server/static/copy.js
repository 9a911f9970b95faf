// A button that copies beside every text that is there to be copied. Without this script the text is selected by hand.

for (const place of document.querySelectorAll(".code[data-copy]")) {
  if (!navigator.clipboard) break; // a page that is not served safely has none
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second copy";
  const voice = document.createElement("span");
  voice.className = "unseen";
  voice.setAttribute("role", "status");
  button.textContent = place.dataset.copy;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(place.querySelector("pre").textContent);
    button.textContent = voice.textContent = place.dataset.copied;
    setTimeout(() => {
      button.textContent = place.dataset.copy;
      voice.textContent = "";
    }, 2000);
  });
  place.append(button, voice);
}
