package cn.zhengqi.data.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedColumnTest {

    private static final String PHONE = "13800000001";

    private final ProtectedColumn phone = column("auth", Keys.FIRST, "account", "phone");

    @Test
    void what_was_sealed_is_opened_and_no_two_cipher_texts_are_the_same() {
        Set<String> sealed = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            sealed.add(phone.seal(PHONE));
        }
        assertThat(sealed)
                .hasSize(100)
                .allMatch(one -> one.startsWith("sm4:1:") && !one.contains(PHONE))
                .allMatch(one -> phone.open(one).equals(PHONE));
        assertThat(phone.open(phone.seal("重庆 023-66221234"))).isEqualTo("重庆 023-66221234");
    }

    @Test
    void a_cipher_text_is_good_for_its_column_its_service_and_its_key_alone() {
        String sealed = phone.seal(PHONE);
        for (ProtectedColumn other : new ProtectedColumn[] {
            column("auth", Keys.FIRST, "account", "username"),
            column("auth", Keys.FIRST, "person", "phone"),
            column("users", Keys.FIRST, "account", "phone"),
            column("auth", "1:" + Keys.SECOND_KEY, "account", "phone")
        }) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.open(sealed))
                    .withMessageContaining("version 1")
                    .withMessageNotContaining(sealed);
        }
    }

    @Test
    void a_cipher_text_that_was_changed_is_not_opened() {
        byte[] bytes = Base64.getDecoder().decode(phone.seal(PHONE).substring("sm4:1:".length()));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatIllegalStateException()
                    .isThrownBy(() -> phone.open("sm4:1:" + Base64.getEncoder().encodeToString(changed)));
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> phone.open(PHONE))
                .withMessageContaining("account.phone")
                .withMessageNotContaining(PHONE);
        assertThatIllegalStateException().isThrownBy(() -> phone.open("sm4:1:AAAA"));
    }

    @Test
    void the_newest_version_writes_unless_another_is_named_and_each_is_read() {
        String first = phone.seal(PHONE);
        ProtectedColumn both = column("auth", Keys.BOTH, "account", "phone");
        assertThat(both.seal(PHONE)).startsWith("sm4:2:");
        assertThat(both.open(first)).isEqualTo(PHONE);
        ProtectedColumn waiting =
                new ProtectedColumn(new DataKeys("auth", Keys.BOTH, 1, Keys.INDEX), "account", "phone");
        assertThat(waiting.seal(PHONE)).startsWith("sm4:1:");
        assertThat(waiting.open(both.seal(PHONE))).isEqualTo(PHONE);
        assertThatIllegalStateException()
                .isThrownBy(() -> phone.open(both.seal(PHONE)))
                .withMessage("ZHENGQI_DATA_KEYS has no version 2");
    }

    @Test
    void the_index_finds_the_same_text_in_the_same_column_and_outlives_a_change_of_keys() {
        byte[] index = phone.index(PHONE);
        assertThat(index)
                .hasSize(32)
                .isEqualTo(column("auth", Keys.BOTH, "account", "phone").index(PHONE));
        assertThat(index)
                .isNotEqualTo(phone.index("13800000002"))
                .isNotEqualTo(column("auth", Keys.FIRST, "person", "phone").index(PHONE))
                .isNotEqualTo(column("users", Keys.FIRST, "account", "phone").index(PHONE));
    }

    /** RFC 8998, A.1; the digest of GB/T 32905, A.1, keyed as RFC 2104 says. */
    @Test
    void it_is_sm4_in_gcm_and_sm3_as_others_know_them() throws Exception {
        byte[] key = HexFormat.of().parseHex("0123456789ABCDEFFEDCBA9876543210");
        byte[] nonce = HexFormat.of().parseHex("00001234567800000000ABCD");
        byte[] bound = HexFormat.of().parseHex("FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2");
        byte[] plain = HexFormat.of()
                .parseHex("AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDD"
                        + "EEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA");
        byte[] expected = HexFormat.of()
                .parseHex("17F399F08C67D5EE19D0DC9969C4BB7D5FD46FD3756489069157B282BB200735"
                        + "D82710CA5C22F0CCFA7CBF93D496AC15A56834CBCF98C397B4024A2691233B8D"
                        + "83DE3541E4C2B58177E065A9BF7B62EC");
        byte[] sealed = new byte[nonce.length + expected.length];
        System.arraycopy(nonce, 0, sealed, 0, nonce.length);
        System.arraycopy(expected, 0, sealed, nonce.length, expected.length);
        assertThat(new Sm4Gcm(key).open(sealed, bound)).isEqualTo(plain);

        GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
        cipher.init(true, new AEADParameters(new KeyParameter(key), 128, nonce, bound));
        assertThat(cipher.getOutputSize(plain.length)).isEqualTo(expected.length);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            13800000001 | must be version:Base64
            1:AAAA | version 1 in ZHENGQI_DATA_KEYS must be Base64 of 32 bytes, not of 3
            0:AAAA | must be version:Base64
            """)
    void a_key_that_is_none_is_said_without_the_key(String keys, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataKeys("auth", keys, null, Keys.INDEX))
                .withMessageContaining(message)
                .withMessageNotContaining("AAAA");
    }

    @Test
    void a_version_stands_there_once_and_the_one_to_write_with_must_be_there() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataKeys("auth", Keys.FIRST + "," + Keys.FIRST, null, Keys.INDEX))
                .withMessageContaining("version 1 twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> new DataKeys("auth", Keys.FIRST, 2, Keys.INDEX))
                .withMessageContaining("ZHENGQI_DATA_VERSION is 2");
        assertThat(new EncryptionProperties(Keys.FIRST, null, Keys.INDEX).toString())
                .doesNotContain(Keys.FIRST_KEY, Keys.INDEX);
    }

    private static ProtectedColumn column(String schema, String keys, String table, String column) {
        return new ProtectedColumn(new DataKeys(schema, keys, null, Keys.INDEX), table, column);
    }
}
