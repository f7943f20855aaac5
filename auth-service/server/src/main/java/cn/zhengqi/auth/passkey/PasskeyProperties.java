package cn.zhengqi.auth.passkey;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For which site passkeys are good. Whoever changes the id makes all of them useless: they are bound to it.
 *
 * @param rpId the host of the platform, or a domain above it; blank: the host of the first origin
 * @param rpName shown by the device beside the passkey
 * @param origins from which pages may ask for one, with scheme and port; none: no passkeys
 */
@ConfigurationProperties("zhengqi.sign-in.passkeys")
record PasskeyProperties(
        @Nullable String rpId,
        @DefaultValue("政企服务平台") String rpName,
        @DefaultValue({}) List<String> origins) {

    PasskeyProperties {
        origins = origins.stream().filter(origin -> !origin.isBlank()).toList();
        if (rpId == null || rpId.isBlank()) {
            rpId = origins.isEmpty()
                    ? ""
                    : Objects.requireNonNullElse(URI.create(origins.getFirst()).getHost(), "");
        }
        if (!origins.isEmpty() && rpId.isBlank()) {
            throw new IllegalArgumentException(
                    "zhengqi.sign-in.passkeys.origins needs whole origins, like https://zq.example.cn");
        }
    }
}
