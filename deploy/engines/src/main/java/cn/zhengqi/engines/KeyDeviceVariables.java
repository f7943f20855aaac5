package cn.zhengqi.engines;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings, with its PIN, of the device under which data keys lie, and of the one that is software. They stand in the environment of who starts the
 * platform; of all that is started then, only services that encrypt may have them.
 */
public final class KeyDeviceVariables {

    private static final String DEVICE = "ZHENGQI_KEY_DEVICE_";
    private static final String SOFT_HSM = "SOFTHSM2_CONF";

    private KeyDeviceVariables() {}

    public static Map<String, String> in(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> is(variable.getKey()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** A child process has its parent's environment, unless it is taken out. */
    public static ProcessBuilder removeFrom(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(KeyDeviceVariables::is);
        return builder;
    }

    private static boolean is(String name) {
        return name.startsWith(DEVICE) || name.equals(SOFT_HSM);
    }
}
