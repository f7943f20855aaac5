package cn.zhengqi.data.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Master keys under a key that never leaves its device: a real one in all but its being software. */
class KeyDeviceTest {

    private static final String PHONE = "13800000001";

    @TempDir
    static Path folder;

    private static Path settings;

    @BeforeAll
    static void a_device_has_a_key() throws Exception {
        settings = SoftHsm.token(folder);
        in("make-key", "zhengqi-master", "false");
        in("make-key", "loose", "true");
    }

    @Test
    void what_was_encrypted_under_a_wrapped_key_is_read_by_another_process_with_the_same_device() throws Exception {
        String key = in("new-key");
        assertThat(key).startsWith("device:").isNotEqualTo(in("new-key"));
        String sealed = in("seal", "1:" + key, PHONE);

        assertThat(sealed).startsWith("sm4:1:").doesNotContain(PHONE);
        assertThat(in("open", "1:" + key, sealed)).isEqualTo(PHONE);
    }

    @Test
    void a_key_of_before_and_one_under_the_device_stand_side_by_side_so_that_one_can_change_to_it() throws Exception {
        String before = in("seal", Keys.FIRST, PHONE);
        String both = Keys.FIRST + ",2:" + in("new-key");

        assertThat(in("open", both, before)).isEqualTo(PHONE);
        assertThat(in("seal", both, PHONE)).startsWith("sm4:2:");
    }

    @Test
    void the_key_of_the_indexes_is_the_same_under_the_device() throws Exception {
        String wrapped = in("wrap-index");

        assertThat(in("index", Keys.FIRST, wrapped, PHONE)).isEqualTo(in("index", Keys.FIRST, Keys.INDEX, PHONE));
    }

    @Test
    void what_the_device_did_not_wrap_is_no_key_and_nothing_of_it_is_said() throws Exception {
        String key = in("new-key");
        byte[] bytes = Base64.getDecoder().decode(key.substring("device:".length()));
        bytes[20] ^= 1;
        String changed = "device:" + Base64.getEncoder().encodeToString(bytes);

        assertThat(in("open", "1:" + changed, "sm4:1:AAAA")).startsWith("refused: The key device refuses");
        assertThat(in("open", "1:device:AAAA", "sm4:1:AAAA")).startsWith("refused: This is not what a key device");
    }

    @Test
    void a_key_that_could_leave_the_device_is_refused_and_so_is_one_that_is_not_there() throws Exception {
        assertThat(in("open-with", "loose")).startsWith("refused: The key loose may leave the key device");
        assertThat(in("open-with", "another")).startsWith("refused: The key device has no key another");
    }

    @Test
    void a_wrong_pin_or_library_is_said_and_the_pin_is_not() throws Exception {
        assertThat(in("open-with-pin", "000000"))
                .startsWith("refused: The key device")
                .doesNotContain("000000");
    }

    @Test
    void without_a_device_a_wrapped_key_keeps_the_service_from_starting() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataKeys("auth", "1:device:AAAA", null, Keys.INDEX))
                .withMessage("version 1 in ZHENGQI_DATA_KEYS lies under a key device, and none is configured");
    }

    @Test
    void the_device_is_named_by_the_environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of("ZHENGQI_KEY_DEVICE_LIBRARY", "/usr/lib/hsm.so", "ZHENGQI_KEY_DEVICE_PIN", "1234")));
        ConfigurationPropertySources.attach(environment);

        KeyDeviceProperties bound =
                Binder.get(environment).bindOrCreate("zhengqi.key-device", KeyDeviceProperties.class);
        assertThat(bound).isEqualTo(new KeyDeviceProperties("/usr/lib/hsm.so", 0, "1234", "zhengqi-master"));
        assertThat(bound.toString()).doesNotContain("1234");
    }

    private static String in(String... arguments) throws Exception {
        return SoftHsm.java(settings, KeyDeviceProcess.class, arguments).strip();
    }
}
