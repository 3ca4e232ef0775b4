export const ENHANCEMENT_PATH = '/enhancement.js';
