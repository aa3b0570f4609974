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

// A post on X: most Latin characters weigh one, others and emoji two, a link 23.
const weigh = (text) => {
  let weight = 0;
  const rest = text.normalize("NFC").replace(/https?:\/\/[^\s]+/gi, () => {
    weight += 23;
    return "";
  });
  const isLight = (code) => code <= 0x10ff || (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2010 && code <= 0x201f) || (code >= 0x2032 && code <= 0x2037);
  const clusters = typeof Intl.Segmenter === "function" ?
    [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(rest)].map((part) => part.segment) : [...rest];
  for (const cluster of clusters) {
    if (/\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\u20E3/u.test(cluster)) {
      weight += 2;
    } else {
      for (const character of cluster) weight += isLight(character.codePointAt(0)) ? 1 : 2;
    }
  }
  return weight;
};

// Read aloud at 135 words a minute.
const secondsAloud = (text) => Math.ceil(text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length * 60 / 135);
