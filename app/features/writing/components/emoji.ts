/** A small list, with the names that a screen reader says and a person thinks of. */
export const EMOJI: readonly (readonly [sign: string, name: string])[] = [
  ["🙂", "sourire"], ["😊", "sourire chaleureux"], ["😄", "rire"], ["😂", "rire aux larmes"], ["😉", "clin d’œil"], ["😍", "yeux en cœur"],
  ["🥰", "tendresse"], ["😅", "soulagement"], ["🤔", "réflexion"], ["😮", "surprise"], ["😢", "peine"], ["😭", "pleurs"],
  ["😴", "sommeil"], ["🤒", "malade"], ["🤗", "accolade"], ["🙈", "gêne"], ["👍", "pouce levé"], ["👏", "applaudissements"],
  ["🙏", "merci"], ["🙌", "bravo"], ["💪", "courage"], ["👋", "salut"], ["🤝", "poignée de main"], ["✋", "main levée"],
  ["❤️", "cœur"], ["🧡", "cœur orange"], ["💛", "cœur jaune"], ["💚", "cœur vert"], ["💙", "cœur bleu"], ["💜", "cœur mauve"],
  ["🎉", "fête"], ["🎈", "ballon"], ["🎂", "gâteau"], ["⭐", "étoile"], ["✨", "étincelles"], ["☀️", "soleil"],
  ["🌧️", "pluie"], ["❄️", "neige"], ["🌱", "pousse"], ["🌸", "fleur"], ["🍁", "feuille d’érable"], ["🍎", "pomme"],
  ["🥕", "carotte"], ["☕", "café"], ["📚", "livres"], ["✏️", "crayon"], ["🎨", "peinture"], ["🎵", "musique"],
  ["🧩", "casse-tête"], ["🧸", "peluche"], ["🏡", "maison"], ["🚌", "autobus"], ["📅", "calendrier"], ["📎", "trombone"],
  ["💡", "idée"], ["❓", "question"], ["❗", "important"], ["✅", "fait"], ["👶", "bébé"], ["🧒", "enfant"],
];
