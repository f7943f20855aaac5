package cn.zhengqi.data.encryption;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The master keys, from the environment alone. A service that has protected columns names them in its own settings and does not start without.
 *
 * @param keys {@code version:Base64 of 32 bytes}, separated by commas ({@code ZHENGQI_DATA_KEYS}); a key that lies under the device begins with {@code device:}
 * @param version to write with ({@code ZHENGQI_DATA_VERSION}); absent: the newest. For the time in which some copies do not know the newest yet
 * @param indexKey Base64 of 32 bytes ({@code ZHENGQI_INDEX_KEY}), or wrapped as those are; never changed
 */
@ConfigurationProperties("zhengqi.encryption")
record EncryptionProperties(String keys, @Nullable Integer version, String indexKey) {

    /** Keeps the keys out of logs. */
    @Override
    public String toString() {
        return "EncryptionProperties[***]";
    }
}
