package io.crowdlake.inference.image;

import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

/** Hears where the decoder made up pixels because the data were not right. Oddities that leave the pixels alone do not count. */
final class DamageListener implements IIOReadWarningListener {

    private static final List<String> DAMAGES =
            List.of("Corrupt JPEG data", "Premature end", "Truncated", "Inconsistent progression");
    /** Bytes between the pixels and the end, which many cameras leave there. */
    private static final String HARMLESS = "extraneous bytes";

    private final List<String> found = new ArrayList<>();

    @Override
    public void warningOccurred(ImageReader source, String warning) {
        if (DAMAGES.stream().anyMatch(warning::startsWith) && !warning.contains(HARMLESS)) {
            found.add(warning);
        }
    }

    void reset() {
        found.clear();
    }

    List<String> found() {
        return found;
    }
}
