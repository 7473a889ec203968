// A doubt about two columns: asked in one question, with rows that show it.
import { fileWith } from "./disk.mjs";
import { assert, test } from "./harness.mjs";

const h1 = "main.bring h1";
const account = (page) => page.js(() => [...document.querySelectorAll(".account tbody tr")].map((it) => it.textContent.replace(/\u00a0/g, " ")));

const twoAmounts = [
  "Asiakas;Toimiala;Kunta;Yhteyshenkilö;Puhelin;Summa;Arvo;Huom",
  "Hallasuo Konepaja Oy;Metalli;Lahti;Liisa;0401234567;12 480,50;9 800,20;",
  "Kuusivirta Leipomo;Leipomo;Jämsä;Pekka;0401234568;830,00;830,00;soita",
  "Virtanen Tmi;Kauppa;Porvoo;Sven;0401234569;24 900,00;8 200,10;",
].join("\n");

test("bring: which of two columns is the amount is one question, answered by a press and remembered", async ({ page }) => {
  const doubts = () => page.js(() => document.querySelector(".bring__doubts").textContent.replace(/\u00a0/g, " "));
  const used = async () => (await account(page)).find((it) => /^Käytetty/.test(it));
  const chosen = () => page.js(() => [...document.querySelectorAll(".bring__doubts input")].map((it) => (it.checked ? "x" : "-")).join(""));
  await page.open("", { settings: { lang: "fi" } });
  await page.setFile("[data-start]:not([hidden]) input[type=file]", fileWith("lista.csv", twoAmounts));
  await page.waitText(h1, "3 asiakasta luettu. Tarkista yksi sarake.");
  // Rows that tell the two apart come first; both columns are in sight though many are not.
  assert.match(await doubts(), /Onko liikevaihto sarakkeessa ”Summa” vai ”Arvo”\?.*rivillä 2 on 12 480,50 ja 9 800,20; rivillä 4 on 24 900,00 ja 8 200,10; rivillä 3/);
  assert.deepEqual(await page.js(() => [...document.querySelectorAll(".preview thead .colhead__text")].map((it) => it.textContent)), ["Asiakas", "Summa", "Arvo"]);
  assert.equal(await chosen(), "--");
  // What was taken is right: a press says so.
  await page.click({ name: "Summa", within: "*[contains(@class, 'bring__doubts')]" });
  await page.waitFor(async () => (await page.text(h1)) === "3 asiakasta luettu.", "nothing left to ask");
  assert.equal(await chosen(), "x-");
  assert.match(await used(), /38 210,50/);
  await page.click({ name: "Arvo", within: "*[contains(@class, 'bring__doubts')]" });
  await page.waitFor(async () => /18 830,30/.test(await used()), "the other amount");
  assert.equal(await chosen(), "-x");
  assert.equal(await page.js(() => document.activeElement.closest(".bring__doubts") !== null), true, "the focus stays");
  for (const [lang, words] of [["Polski", "Czy przychód jest w kolumnie „Summa”, czy „Arvo”?"], ["English", "Is the revenue in “Summa” or in “Arvo”?"], ["Suomi", "Nyt se luetaan sarakkeesta ”Arvo”."]]) {
    await page.click({ name: lang });
    await page.waitFor(async () => (await doubts()).includes(words), words);
    assert.deepEqual(await page.axe("main"), [], lang);
  }
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0, "on a phone");
  // The next file with these columns is read alike.
  await page.size(1280, 800);
  await page.setFile("#bring-other", fileWith("lista2.csv", `${twoAmounts}\nJärvinen;Kauppa;Lahti;Olli;0401234560;10,00;100,00;`));
  await page.waitText(h1, "4 asiakasta luettu.");
  assert.match(await used(), /18 930,30/);
});

const twoCustomers = [
  "Taho;Kohta;Toimiala;Summa",
  "Hallasuo;Koneistus ja siihen kuuluvat asennukset Lahdessa;Metalli;12 480,50",
  "Kuusivirta;Leivät;Leipomo;830,00",
  "Virtala;Leivät;Kauppa;24 900,00",
].join("\n");

test("bring: which of two columns is the customer is asked where no name says so, and answered by a press", async ({ page }) => {
  const doubts = () => page.js(() => document.querySelector(".bring__doubts").textContent.replace(/\u00a0/g, " "));
  await page.open("", { settings: { lang: "fi" } });
  await page.setFile("[data-start]:not([hidden]) input[type=file]", fileWith("lista.csv", twoCustomers));
  await page.waitText(h1, "3 asiakasta luettu. Tarkista yksi sarake.");
  // A long cell is shown as far as it tells what it is.
  assert.match(await doubts(), /Onko asiakas sarakkeessa ”Taho” vai ”Kohta”\?.*rivillä 2 on ”Hallasuo” ja ”Koneistus ja siihen kuuluvat asennukset…”; rivillä 3/);
  await page.click({ name: "Kohta", within: "*[contains(@class, 'bring__doubts')]" });
  await page.waitText(h1, "2 asiakasta luettu.");
  for (const [lang, words] of [["Polski", "Czy klient jest w kolumnie „Taho”, czy „Kohta”?"], ["English", "Is the customer in “Taho” or in “Kohta”?"], ["Suomi", "Nyt asiakas luetaan sarakkeesta ”Kohta”."]]) {
    await page.click({ name: lang });
    await page.waitFor(async () => (await doubts()).includes(words), words);
    assert.deepEqual(await page.axe("main"), [], lang);
  }
  await page.size(390, 800);
  assert.equal(await page.sideways(), 0, "on a phone");
  await page.click({ name: "Taho", within: "*[contains(@class, 'bring__doubts')]" });
  await page.waitText(h1, "3 asiakasta luettu.");
});
