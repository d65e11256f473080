/** From JPEG to pixels and back: decoding that refuses what is not whole, resampling, crops of faces, drawn boxes and labels. */
package io.crowdlake.inference.image;
