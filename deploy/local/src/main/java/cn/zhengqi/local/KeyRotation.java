package cn.zhengqi.local;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * A new data key, while the platform runs: services are restarted with it one after the other, then each encrypts anew what older keys encrypted. How far it
 * is stands in the cipher texts, so that the command, killed at any point and typed again, goes on and makes no further key.
 */
final class KeyRotation {

    private static final String STATE = "/internal/encryption";
    private static final int REPORTS = 10;

    /** Looks at a service whose remaining values another one holds. */
    private static final int PATIENCE = 50;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PlatformClient platform;
    private final Secrets secrets;
    private final List<String> services;
    private final Consumer<String> awaken;
    private final Consumer<String> restart;
    private final Terminal terminal;

    /**
     * @param services that encrypt columns
     * @param awaken starts a service that does not run, as the one whose turn it was when the command was killed
     * @param restart starts a service with the keys of now
     */
    KeyRotation(
            PlatformClient platform,
            Secrets secrets,
            List<String> services,
            Consumer<String> awaken,
            Consumer<String> restart,
            Terminal terminal) {
        this.platform = platform;
        this.secrets = secrets;
        this.services = services;
        this.awaken = awaken;
        this.restart = restart;
        this.terminal = terminal;
    }

    void run() {
        // Before anything is asked: one of them gives the tokens to ask with.
        services.forEach(awaken);
        var states = new LinkedHashMap<String, JsonNode>();
        services.forEach(service -> states.put(service, platform.get(service, STATE)));
        int newest = secrets.newestDataKey();
        if (states.values().stream().allMatch(state -> writing(state) == newest && older(state) == 0)) {
            replace(states, newKey(), "Version %d of the data keys was made.");
        } else {
            replace(states, newest, "Goes on with version %d of the data keys.");
        }
    }

    /** Where keys lie under a device, a service has the device make it, and the key of the indexes goes under it too. */
    private int newKey() {
        var wrapped = platform.postIfThere(services.getFirst(), STATE + "/keys");
        if (wrapped.isEmpty()) {
            return secrets.addDataKey();
        }
        secrets.putIndexKey(wrapped.get().path("indexKey").asString());
        return secrets.addDataKey(wrapped.get().path("key").asString());
    }

    private void replace(Map<String, JsonNode> states, int version, String beginning) {
        terminal.step(beginning.formatted(version));
        states.forEach((service, state) -> {
            if (writing(state) != version) {
                restart.accept(service);
            }
        });
        long all = 0;
        for (var service : services) {
            all += encryptAnew(service);
        }
        terminal.result(
                "%,d values were encrypted anew; all are under version %d. Older keys are needed for older back-ups only."
                        .formatted(all, version));
    }

    private long encryptAnew(String service) {
        long left = older(platform.get(service, STATE));
        long all = left;
        long done = 0;
        long told = 0;
        int waited = 0;
        while (left > 0) {
            long batch = platform.post(service, STATE + "/batches").path("done").asLong();
            done += batch;
            if (batch == 0) {
                left = older(platform.get(service, STATE));
                if (left > 0 && ++waited > PATIENCE) {
                    throw new LauncherException(
                            "%s: %,d values are still under an older key, held by somebody; run it again"
                                    .formatted(service, left));
                }
                pause();
            } else if (done - told >= Math.max(1, all / REPORTS)) {
                told = done;
                terminal.step("  %-24s %,d of %,d".formatted(service, done, all));
            }
        }
        terminal.step("  %-24s done, %,d values".formatted(service, done));
        return done;
    }

    private static int writing(JsonNode state) {
        return state.path("writing").asInt();
    }

    private static long older(JsonNode state) {
        return state.path("values")
                .valueStream()
                .mapToLong(values -> values.path("older").asLong())
                .sum();
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted", e);
        }
    }
}
