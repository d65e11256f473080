package io.crowdlake.job.options;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which cameras see the same people. A camera that is not named is a site of its own.
 *
 * @param siteOfCamera site by device id; {@link #OFF} for a camera whose people are not recognised
 */
public record Sites(Map<String, String> siteOfCamera) implements Serializable {

    /** No site. */
    public static final String OFF = "off";

    private static final long serialVersionUID = 1;

    public Sites {
        // A plain HashMap, since the immutable maps of the JDK need reflection that Flink's clients may not have.
        siteOfCamera = new HashMap<>(siteOfCamera);
    }

    /** The key of the site's state: a site is never mistaken for a camera of the same name. */
    public String keyOf(String deviceId) {
        String site = siteOfCamera.get(deviceId);
        return site == null || site.equals(OFF) ? "camera/" + deviceId : "site/" + site;
    }

    /** Cameras whose people are not recognised. */
    public Set<String> off() {
        Set<String> cameras = new TreeSet<>();
        siteOfCamera.forEach((camera, site) -> {
            if (site.equals(OFF)) {
                cameras.add(camera);
            }
        });
        return cameras;
    }
}
