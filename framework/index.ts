export * as tf from '#tensorflow';
