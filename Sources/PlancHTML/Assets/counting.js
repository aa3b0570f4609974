// What a text costs on its channel. The same tables as in planc itself.

// GSM 7-bit default alphabet (3GPP TS 23.038), and the characters that take two places.
const gsmAlphabet = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿" +
  "abcdefghijklmnopqrstuvwxyzäöñüà");
const gsmExtension = new Set("\f^{}\\[~]|€");

// An SMS: how many parts, how many places are taken, and the characters that make it Unicode.
// A character that takes two places is never split between parts.
const countParts = (text) => {
  const foreign = new Set();
  for (const character of text) {
    if (!gsmAlphabet.has(character) && !gsmExtension.has(character)) foreign.add(character);
  }
  const isUnicode = foreign.size > 0;
  const places = (character) => isUnicode ? character.length : gsmExtension.has(character) ? 2 : 1;
  const whole = isUnicode ? 70 : 160;
  const part = isUnicode ? 67 : 153;
  let used = 0;
  for (const character of text) used += places(character);
  if (used <= whole) return { parts: 1, used, foreign: [...foreign] };
  let parts = 1;
  let room = part;
  for (const character of text) {
    if (places(character) > room) {
      parts += 1;
      room = part;
    }
    room -= places(character);
  }
  return { parts, used, foreign: [...foreign] };
};

// As people see characters: a letter with its accents, a whole emoji.
const characters = (text) => typeof Intl.Segmenter === "function" ?
  [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text)].map((part) => part.segment) : [...text];

const isEmoji = (character) => {
  const first = [...character][0];
  return /\p{Emoji_Presentation}/u.test(first) || (/\p{Emoji}/u.test(first) && /[\uFE0F\u20E3\u200D]/.test(character));
};

// The common domains: a bare host that ends in one counts as an address.
const topDomains = new Set(("com org net info eu fr uk de be ch ca lu it es pt nl ie us gov edu int io co app dev me tv bzh " +
  "paris re news site online cloud tech").split(" "));
const address = (text) => {
  const word = text.match(/^[^\s«»"“”<>()]*/u)[0].replace(/[.,;:!?'’…]+$/u, "");
  if (/^https?:\/\//.test(word)) return word.includes(".") ? word : "";
  const parts = word.split("/")[0].split(".");
  const isHost = parts.length > 1 && topDomains.has(parts[parts.length - 1].toLowerCase()) &&
    parts.every((part) => /^[A-Za-z0-9-]+$/.test(part));
  return isHost ? word : "";
};

// The weight of a post on X: most Latin characters one, others two, an emoji two, an address 23.
const weigh = (text) => {
  let weight = 0;
  let end = 0;
  let place = 0;
  let isWordStart = true;
  for (const character of characters(text)) {
    const start = place;
    place += character.length;
    if (start < end) continue;
    const found = isWordStart ? address(text.slice(start)) : "";
    if (found) {
      weight += 23;
      end = start + found.length;
      isWordStart = false;
      continue;
    }
    if (isEmoji(character)) {
      weight += 2;
    } else {
      [...character].forEach((scalar, index) => {
        const code = scalar.codePointAt(0);
        // A mark that composes with a Latin letter is one character with it.
        if (index > 0 && code >= 0x300 && code <= 0x33f) return;
        weight += code <= 0x10ff || (code >= 0x2000 && code <= 0x200d) || (code >= 0x2010 && code <= 0x201f) ||
          (code >= 0x2032 && code <= 0x2037) ? 1 : 2;
      });
    }
    isWordStart = !/^[\p{Alphabetic}\p{N}@.-]/u.test(character);
  }
  return weight;
};

// A word with a dot or an @ between letters, without a space.
const isAddress = (word) => /^(https?:\/\/|www\.)/.test(word) || /..@[A-Za-z]|^.@[A-Za-z]|.[A-Za-z]\.[A-Za-z]/.test(word);

// Read aloud at 135 words a minute: a number is one word for each two digits, an address one for each part and sign.
const secondsAloud = (text) => {
  let words = 0;
  const bytes = new TextEncoder();
  for (const word of text.split(/\s+/u)) {
    const digits = (word.match(/[0-9]/g) || []).length;
    if (digits > 0 && digits * 2 >= bytes.encode(word).length) {
      words += Math.floor((digits + 1) / 2);
    } else if (isAddress(word)) {
      words += word.split(/[^\p{Alphabetic}\p{N}]+/u).filter((part) => part).length * 2 - 1;
    } else if (/[\p{Alphabetic}\p{N}]/u.test(word)) {
      words += 1;
    }
  }
  return Math.ceil(words * 60 / 135);
};
