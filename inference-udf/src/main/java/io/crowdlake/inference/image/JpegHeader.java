package io.crowdlake.inference.image;

import static io.crowdlake.contracts.DeadLetterReason.BODY_EMPTY;
import static io.crowdlake.contracts.DeadLetterReason.IMAGE_INVALID;

import io.crowdlake.inference.AnalysisException;
import java.io.ByteArrayOutputStream;

/**
 * What a JPEG says about itself before its pixels.
 *
 * @param width declared pixels
 * @param height declared pixels
 * @param components 1 for grey, 3 for colour, 4 for print colours
 * @param orientation EXIF orientation, 1..8; 1 when there is none
 * @param adobeTransform 0, 1 or 2 as Adobe's marker says; -1 when there is none
 * @param plain the file without comments, thumbnails, colour profiles and other segments that pixels do not need
 */
record JpegHeader(int width, int height, int components, int orientation, int adobeTransform, byte[] plain) {

    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int JFIF = 0xe0;
    private static final int EXIF = 0xe1;
    private static final int ADOBE = 0xee;
    private static final int COMMENT = 0xfe;

    /** A progressive picture has about ten; thousands of empty ones would keep a decoder busy for hours. */
    private static final int MAX_SCANS = 100;

    /** Reads the header; throws AnalysisException when this is no whole JPEG. */
    static JpegHeader parse(byte[] jpeg) throws AnalysisException {
        if (jpeg.length == 0) {
            throw new AnalysisException(BODY_EMPTY, "the body is empty, must be a JPEG");
        }
        if (jpeg.length < 4 || unsigned(jpeg, 0) != 0xff || unsigned(jpeg, 1) != START_OF_IMAGE) {
            throw invalid("the body is no JPEG: it begins with another signature");
        }
        return new Parser(jpeg).parse();
    }

    long pixels() {
        return (long) width * height;
    }

    private static AnalysisException invalid(String message) {
        return new AnalysisException(IMAGE_INVALID, message);
    }

    private static int unsigned(byte[] bytes, int index) {
        return bytes[index] & 0xff;
    }

    private static int unsignedShort(byte[] bytes, int index) {
        return unsigned(bytes, index) << 8 | unsigned(bytes, index + 1);
    }

    /** Walks from segment to segment up to the first scan. */
    private static final class Parser {

        private final byte[] jpeg;
        private final ByteArrayOutputStream plain;
        private int width;
        private int height;
        private int components;
        private int orientation = 1;
        private int adobeTransform = -1;

        Parser(byte[] jpeg) {
            this.jpeg = jpeg;
            this.plain = new ByteArrayOutputStream(jpeg.length);
            plain.write(jpeg, 0, 2);
        }

        JpegHeader parse() throws AnalysisException {
            int position = 2;
            while (true) {
                while (position < jpeg.length && unsigned(jpeg, position) != 0xff) {
                    position++;
                }
                while (position < jpeg.length && unsigned(jpeg, position) == 0xff) {
                    position++;
                }
                if (position + 2 >= jpeg.length) {
                    throw invalid("the JPEG is truncated: it ends before its pixels");
                }
                int marker = unsigned(jpeg, position);
                int length = unsignedShort(jpeg, position + 1);
                if (marker == START_OF_SCAN) {
                    return finish(position - 1);
                }
                if (marker == END_OF_IMAGE || marker == START_OF_IMAGE || length < 2) {
                    throw invalid("the JPEG is broken: a segment is not right");
                }
                if (position + 1 + length > jpeg.length) {
                    throw invalid("the JPEG is truncated: it ends before its pixels");
                }
                segment(marker, position, length);
                position += 1 + length;
            }
        }

        /** @param at index of the marker's second byte, followed by the length and the segment's content */
        private void segment(int marker, int at, int length) throws AnalysisException {
            if (isFrame(marker)) {
                frame(at, length);
            } else if (marker == EXIF) {
                orientation = ExifOrientation.of(jpeg, at + 3, at + 1 + length).orElse(orientation);
            } else if (marker == ADOBE && length >= 14) {
                adobeTransform = unsigned(jpeg, at + 14);
            }
            boolean informal = marker == COMMENT || (marker > JFIF && marker <= 0xef && marker != ADOBE);
            if (!informal) {
                plain.write(0xff);
                plain.write(jpeg, at, 1 + length);
            }
        }

        private static boolean isFrame(int marker) {
            return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        }

        private void frame(int at, int length) throws AnalysisException {
            if (length < 8 || width != 0) {
                throw invalid("the JPEG is broken: its frame header is not right");
            }
            height = unsignedShort(jpeg, at + 4);
            width = unsignedShort(jpeg, at + 6);
            components = unsigned(jpeg, at + 8);
            if (width == 0 || height == 0) {
                throw invalid("the JPEG declares " + width + " x " + height + " pixels");
            }
        }

        private JpegHeader finish(int scan) throws AnalysisException {
            if (width == 0) {
                throw invalid("the JPEG is broken: its pixels come before its frame header");
            }
            int scans = 0;
            boolean ends = false;
            for (int i = scan; i + 1 < jpeg.length; i++) {
                if (jpeg[i] == (byte) 0xff) {
                    int marker = unsigned(jpeg, i + 1);
                    scans += marker == START_OF_SCAN ? 1 : 0;
                    ends |= marker == END_OF_IMAGE;
                }
            }
            if (!ends) {
                throw invalid("the JPEG is truncated: its end marker is missing");
            }
            if (scans > MAX_SCANS) {
                throw invalid("the JPEG has " + scans + " scans, must have at most " + MAX_SCANS);
            }
            plain.write(jpeg, scan, jpeg.length - scan);
            return new JpegHeader(width, height, components, orientation, adobeTransform, plain.toByteArray());
        }
    }
}
