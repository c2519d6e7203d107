import { createRequire } from 'node:module';

/** A cut of the font family. */
export type Face = 'regular' | 'bold' | 'italic' | 'bold-italic';

const FILES: Readonly<Record<Face, string>> = {
  regular: '400Regular/Arimo_400Regular.ttf',
  bold: '700Bold/Arimo_700Bold.ttf',
  italic: '400Regular_Italic/Arimo_400Regular_Italic.ttf',
  'bold-italic': '700Bold_Italic/Arimo_700Bold_Italic.ttf',
};

/** Path of a face's TrueType file in the installed package (Arimo, SIL Open Font License). */
export function fontFile(face: Face): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/arimo/${FILES[face]}`);
}

/** How a face is named in CSS. */
export function fontFaceCss(face: Face): { readonly weight: number; readonly style: string } {
  return {
    weight: face.startsWith('bold') ? 700 : 400,
    style: face.endsWith('italic') ? 'italic' : 'normal',
  };
}
