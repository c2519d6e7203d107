/**
 * Words that the sample's invented names are made of. No two words of a list are equal once accents and case are
 * taken away, so that different combinations stay different artists.
 */
// prettier-ignore
export const GIVEN_NAMES: readonly string[] = [
  'Amira', 'Anselm', 'Aoife', 'Bastian', 'Béla', 'Caspian', 'Célie', 'Dagny', 'Dario', 'Eilidh',
  'Elio', 'Esmé', 'Farah', 'Fenna', 'Florian', 'Giulia', 'Hadiya', 'Halvard', 'Ilse', 'Imre',
  'Inês', 'Ivo', 'Jarrah', 'Jolanta', 'Kaito', 'Keziah', 'Kofi', 'Lazlo', 'Leocadia', 'Linnea',
  'Lucián', 'Maelle', 'Marek', 'Mirela', 'Nadezh', 'Nils', 'Nuria', 'Odalys', 'Orsolya', 'Otis',
  'Paloma', 'Petra', 'Quillon', 'Rafe', 'Rosalind', 'Ruairí', 'Sabela', 'Saoirse', 'Sigrid',
  'Soren', 'Tadeo', 'Tamsin', 'Thandi', 'Ulrika', 'Vasco', 'Vesna', 'Wilhelmina', 'Xiomara', 'Yara',
  'Yusuf', 'Zadie', 'Zeno', 'Zofia', 'Zuri',
];

// prettier-ignore
export const FAMILY_NAMES: readonly string[] = [
  'Abernacle', 'Albescu', 'Amberwell', 'Ashgrove', 'Aurelund', 'Balestro', 'Barrowmere',
  'Bellweather', 'Birkenhall', 'Blackletter', 'Bojarin', 'Brightwater', 'Calloway-Finch',
  'Carradine-Moss', 'Castellane', 'Cindermore', 'Corvanelli', 'Crestfall', 'Dalgaard-Ruiz',
  'Darrowby', 'Delacourt', 'Drumlin', 'Eastermark', 'Eisenvogel', 'Eldermoor', 'Esterházi',
  'Fairweather', 'Falkenrath', 'Fenwright', 'Ferncastle', 'Fjordholm', 'Foxglove', 'Garamond',
  'Glasswright', 'Goldbachová', 'Greyfriar', 'Hallowell-Sato', 'Harrowgate', 'Hazelhurst',
  'Holloway-Okoro', 'Icewright', 'Ivanhollow', 'Jasperson-Wu', 'Juniperus', 'Karelsen',
  'Kestrelman', 'Kingfisher', 'Kowalczyna', 'Lanternby', 'Larkspur', 'Lindqvistson', 'Lockridge',
  'Lumière', 'Mandrake', 'Marchetto', 'Marigold', 'Meadowlark', 'Merriweather', 'Moonshadow',
  'Nachtigall', 'Nightingale-Roy', 'Norrgård', 'Oakhollow', 'Okonkwo-Bell', 'Ostrander',
  'Palimpsest', 'Pemberwick', 'Peregrine', 'Quicksilver', 'Quintanelle', 'Ravenscar', 'Redfearn',
  'Rosewater', 'Saltmarsh', 'Sandoval-Kim', 'Silverthorn', 'Skylarke', 'Solberg-Nair', 'Starling',
  'Stormgren', 'Sundqvar', 'Tanglewood', 'Thistledown', 'Thornbury', 'Tideswell', 'Umberland',
  'Valdemarsson', 'Vandermeer-Lee', 'Vespertine', 'Wakefield-Ito', 'Westerling', 'Wildgoose',
  'Winterbourne', 'Yarrow', 'Yellowhammer', 'Zephyrine',
];

// prettier-ignore
export const ADJECTIVES: readonly string[] = [
  'Amber', 'Ancient', 'Backlit', 'Borrowed', 'Brass', 'Broken', 'Burning', 'Cardboard', 'Coastal',
  'Copper', 'Crystal', 'Distant', 'Double', 'Drifting', 'Electric', 'Empty', 'Endless', 'Faded',
  'Feral', 'Forgotten', 'Frozen', 'Gentle', 'Gilded', 'Glass', 'Golden', 'Hidden', 'Hollow',
  'Imaginary', 'Indigo', 'Inner', 'Invisible', 'Iron', 'Lonely', 'Lucid', 'Lunar', 'Magnetic',
  'Midnight', 'Neon', 'Northern', 'Paper', 'Plastic', 'Quiet', 'Restless', 'Rusted', 'Second',
  'Silent', 'Silver', 'Sleepless', 'Slow', 'Static', 'Sudden', 'Sunken', 'Tidal', 'Tiny',
  'Tropical', 'Velvet', 'Violet', 'Wandering', 'Wild', 'Wooden',
];

// prettier-ignore
export const NOUNS: readonly string[] = [
  'Airports', 'Anchors', 'Antlers', 'Apertures', 'Archives', 'Arrows', 'Avenues', 'Balconies',
  'Beacons', 'Birches', 'Blankets', 'Boulevards', 'Bridges', 'Cabinets', 'Cameras', 'Candles',
  'Canyons', 'Caravans', 'Cathedrals', 'Circuits', 'Comets', 'Compasses', 'Corridors', 'Cranes',
  'Dialects', 'Diamonds', 'Echoes', 'Elevators', 'Embers', 'Engines', 'Envelopes', 'Falcons',
  'Ferries', 'Fictions', 'Fountains', 'Foxes', 'Gardens', 'Ghosts', 'Gravities', 'Harbours',
  'Horizons', 'Hotels', 'Islands', 'Journals', 'Kites', 'Ladders', 'Lanterns', 'Lighthouses',
  'Machines', 'Magnets', 'Maps', 'Meridians', 'Meteors', 'Mirrors', 'Monuments', 'Moths',
  'Mountains', 'Oceans', 'Orchards', 'Orchids', 'Parades', 'Passengers', 'Pianos', 'Planets',
  'Postcards', 'Prisms', 'Radios', 'Railways', 'Rivers', 'Rooftops', 'Satellites', 'Seasons',
  'Shadows', 'Signals', 'Sirens', 'Sparrows', 'Staircases', 'Stations', 'Statues', 'Streetlights',
  'Tapestries', 'Telegrams', 'Telescopes', 'Theatres', 'Thunders', 'Tigers', 'Turbines',
  'Umbrellas', 'Valleys', 'Vineyards', 'Voyages', 'Walls', 'Weekends', 'Windows', 'Winters',
  'Zeppelins',
];

/** Names in other scripts, so that every step of the way meets them. */
// prettier-ignore
export const STAGE_NAMES: readonly string[] = [
  '北の灯台', '青い汽車', '夜間飛行船', '달빛정류장', '별의우체국', 'Полярный Трамвай', 'Тихий Маяк', 'Στάχτη και Φως',
  'Čekárna Snů', 'Æther Ørken', 'Ñandú Eléctrico', 'Żółta Łódka', 'İnce Gölge', 'मौन तारा',
  'قمر بعيد', 'שקט גדול', 'Ça Ira Mieux', "L'Été Immobile", 'Straße Null', 'Nguyệt Quế',
];

// prettier-ignore
export const PLACES: readonly string[] = [
  'Alderport', 'Ardvik', 'Bellhaven', 'Brackwater', 'Calderfield', 'Castrovale', 'Cinderhill',
  'Dunmarra', 'Eastwick Sands', 'Elmsreach', 'Falterholm', 'Fernvale', 'Glimmerton', 'Harrowmouth',
  'Hollinquay', 'Isenbrück', 'Jorvikstad', 'Kelmscott Bay', 'Larkhaven', 'Lindesund', 'Marrowgate',
  'Mistralena', 'Nethermoor', 'Norhaven', 'Oxbowton', 'Pinemarsh', 'Porto Velho Novo',
  'Quarrystone', 'Ravensund', 'Rosmarin', 'Saltholm', 'Silvermere', 'Stonewick', 'Tarnbrook',
  'Thornsea', 'Umbrafell', 'Valdoro', 'Westerquay', 'Wyndhurst', 'Yarrowdale',
];

// prettier-ignore
export const VERBS: readonly string[] = [
  'Bring', 'Call', 'Carry', 'Chase', 'Count', 'Cross', 'Dance', 'Draw', 'Fall', 'Find', 'Follow',
  'Forget', 'Hold', 'Keep', 'Leave', 'Lose', 'Meet', 'Paint', 'Read', 'Remember', 'Run', 'Sing',
  'Stay', 'Wait',
];

// prettier-ignore
export const MOODS: readonly string[] = [
  'chill', 'dreamy', 'energetic', 'late night', 'melancholic', 'nostalgic', 'road trip', 'summer',
  'uplifting', 'workout',
];
