package cn.zhengqi.data.encryption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.InvalidCipherTextException;

/**
 * A text column that holds cipher text: {@code sm4:VERSION:Base64}. A cipher text is bound to its column and cannot be moved to another. What has to be found
 * by equality has, in a column beside it, its index: HMAC-SM3 under a key of this column alone.
 */
public final class ProtectedColumn {

    private static final Pattern FORM = Pattern.compile("sm4:(?<version>[1-9][0-9]{0,8}):(?<sealed>[A-Za-z0-9+/=]+)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final DataKeys keys;
    private final String table;
    private final String column;
    private final byte[] bound;
    private final byte[] indexKey;

    ProtectedColumn(DataKeys keys, String table, String column) {
        if (!NAME.matcher(table).matches() || !NAME.matcher(column).matches()) {
            throw new IllegalArgumentException(table + "." + column);
        }
        this.keys = keys;
        this.table = table;
        this.column = column;
        this.bound = (keys.schema() + "." + name()).getBytes(StandardCharsets.UTF_8);
        this.indexKey = keys.indexKey(name());
    }

    /** Under the version that is written with. */
    public String seal(String plain) {
        int version = keys.writing();
        byte[] sealed = keys.cipher(version).seal(plain.getBytes(StandardCharsets.UTF_8), bound);
        return prefix(version) + Base64.getEncoder().encodeToString(sealed);
    }

    /** @throws IllegalStateException when it is not a cipher text of this column; the message names the version and never the value */
    public String open(String stored) {
        Matcher parts = FORM.matcher(stored);
        if (!parts.matches()) {
            throw new IllegalStateException("What stands in " + name() + " is not encrypted");
        }
        int version = Integer.parseInt(parts.group("version"));
        try {
            byte[] sealed = Base64.getDecoder().decode(parts.group("sealed"));
            return new String(keys.cipher(version).open(sealed, bound), StandardCharsets.UTF_8);
        } catch (InvalidCipherTextException foreign) {
            throw new IllegalStateException(
                    "What stands in %s was not encrypted for it with version %d of the keys, or was changed"
                            .formatted(name(), version),
                    foreign);
        }
    }

    /** The same for the same text, and nobody without the key can try phones until one fits. */
    public byte[] index(String plain) {
        return DataKeys.hmacSm3(indexKey, plain);
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    String name() {
        return table + "." + column;
    }

    /** With which all begin that were encrypted under a version. */
    static String prefix(int version) {
        return "sm4:" + version + ":";
    }
}
