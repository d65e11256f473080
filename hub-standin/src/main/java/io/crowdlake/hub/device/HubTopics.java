package io.crowdlake.hub.device;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Topics of a device, as the hub documents them for MQTT. */
final class HubTopics {

    static final String TWIN_GET = "$iothub/twin/GET/";
    static final String TWIN_REPORTED = "$iothub/twin/PATCH/properties/reported/";
    static final String METHOD_RESULTS = "$iothub/methods/res/";

    static final String TWIN_RESULTS_FILTER = "$iothub/twin/res/#";
    static final String TWIN_DESIRED_FILTER = "$iothub/twin/PATCH/properties/desired/#";
    static final String METHODS_FILTER = "$iothub/methods/POST/#";

    private HubTopics() {}

    /** What a device may publish its messages under; properties follow. */
    static String events(String deviceId) {
        return "devices/" + deviceId + "/messages/events";
    }

    static String deviceBound(String deviceId) {
        return "devices/" + deviceId + "/messages/devicebound/";
    }

    /** All that a device may listen to. */
    static Set<String> filters(String deviceId) {
        return Set.of(deviceBound(deviceId) + "#", TWIN_RESULTS_FILTER, TWIN_DESIRED_FILTER, METHODS_FILTER);
    }

    static String twinResult(int status, String requestId) {
        return "$iothub/twin/res/" + status + "/?$rid=" + requestId;
    }

    static String twinResult(int status, String requestId, long version) {
        return twinResult(status, requestId) + "&$version=" + version;
    }

    static String desiredChanged(long version) {
        return "$iothub/twin/PATCH/properties/desired/?$version=" + version;
    }

    static String method(String name, String requestId) {
        return "$iothub/methods/POST/" + name + "/?$rid=" + requestId;
    }

    /** The parameters behind the question mark of a topic; {@code $rid} must be there. */
    static Map<String, String> parameters(String topic) {
        Map<String, String> parameters = new HashMap<>();
        int question = topic.indexOf('?');
        if (question >= 0) {
            for (String one : topic.substring(question + 1).split("&")) {
                int equals = one.indexOf('=');
                if (equals > 0) {
                    parameters.put(one.substring(0, equals), one.substring(equals + 1));
                }
            }
        }
        if (!parameters.containsKey("$rid")) {
            throw new IllegalArgumentException("it published to " + topic + ", which has no $rid");
        }
        return parameters;
    }
}
