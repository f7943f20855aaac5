package cn.zhengqi.kernel;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A range of network addresses as {@code 203.0.113.0/24}, {@code 2001:db8::/48}, or one address. Names are never looked up. */
public final class AddressRange {

    private final byte[] network;
    private final int prefix;

    private AddressRange(byte[] network, int prefix) {
        this.network = network;
        this.prefix = prefix;
    }

    /** Empty for what is no range, and for one that names bits beyond its prefix. */
    public static Optional<AddressRange> parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = bytes(slash < 0 ? text : text.substring(0, slash));
        if (network == null) {
            return Optional.empty();
        }
        int longest = network.length * Byte.SIZE;
        String length = slash < 0 ? Integer.toString(longest) : text.substring(slash + 1);
        if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > longest) {
            return Optional.empty();
        }
        AddressRange range = new AddressRange(network, Integer.parseInt(length));
        for (int bit = range.prefix; bit < longest; bit++) {
            if (range.bit(network, bit)) {
                return Optional.empty();
            }
        }
        return Optional.of(range);
    }

    public boolean isIpv4() {
        return network.length == 4;
    }

    /** How many leading bits all addresses of the range share. */
    public int prefix() {
        return prefix;
    }

    public boolean contains(String address) {
        byte[] asked = bytes(address);
        if (asked == null || asked.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            if (bit(asked, bit) != bit(network, bit)) {
                return false;
            }
        }
        return true;
    }

    private boolean bit(byte[] address, int at) {
        return (address[at / Byte.SIZE] >> (Byte.SIZE - 1 - at % Byte.SIZE) & 1) == 1;
    }

    /** Null for what is no address. An IPv4 address that is written as one of IPv6 is the former. */
    private static byte @Nullable [] bytes(String literal) {
        int zone = literal.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? literal : literal.substring(0, zone))
                    .getAddress();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }
}
