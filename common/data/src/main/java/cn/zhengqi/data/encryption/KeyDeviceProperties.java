package cn.zhengqi.data.encryption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A device that speaks PKCS#11 ({@code ZHENGQI_KEY_DEVICE_LIBRARY} …), under whose key the master keys lie.
 *
 * @param library of its maker; empty: there is no device, and keys stand in the environment as they are
 * @param slot its place among the slots that the library lists
 * @param pin of its user
 * @param key label of the AES key that never leaves it
 */
@ConfigurationProperties("zhengqi.key-device")
record KeyDeviceProperties(
        @DefaultValue("") String library,
        @DefaultValue("0") int slot,
        @DefaultValue("") String pin,
        @DefaultValue("zhengqi-master") String key) {

    /** Keeps the PIN out of logs. */
    @Override
    public String toString() {
        return "KeyDeviceProperties[" + library + ", " + slot + ", " + key + "]";
    }
}
