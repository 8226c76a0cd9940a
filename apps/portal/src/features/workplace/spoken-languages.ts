/** Languages that counsellors here speak, to choose from: nobody knows the tags by heart. */
export const SPOKEN_LANGUAGES: readonly string[] = [
  'th',
  'id',
  'ms',
  'vi',
  'zh-Hans',
  'zh-Hant',
  'my',
  'km',
  'lo',
  'fil',
  'en',
  'hi',
  'bn',
  'ne',
  'si',
  'ta',
];
