package io.crowdlake.hub.admin;

/** A request that is refused, with the hub's name for the reason and one line about it. */
final class AdminException extends Exception {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    AdminException(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static AdminException invalid(String message) {
        return new AdminException(400, "ArgumentInvalid", message);
    }

    static AdminException notFound(String deviceId) {
        return new AdminException(404, "DeviceNotFound", deviceId + " is not registered");
    }

    AdminResponse response() {
        return new AdminResponse(
                status, AdminJson.bytes(AdminJson.object().put("Message", "ErrorCode:" + code + ";" + getMessage())));
    }
}
