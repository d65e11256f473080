package io.crowdlake.inference.bundle;

/** The order of a pixel's colours. */
public enum ChannelOrder {
    /** Blue first, as the decoder and OpenCV give it. */
    BGR,
    /** Red first, as most other libraries give it. */
    RGB
}
