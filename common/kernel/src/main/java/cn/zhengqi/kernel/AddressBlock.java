package cn.zhengqi.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Whose address it is, as far as limits are concerned: an IPv4 address, or the /64 of an IPv6 address, for that is what one connection is given (RFC 6177) and
 * changes its addresses in at will.
 */
public final class AddressBlock {

    private static final int PREFIX_BYTES = 8;

    private AddressBlock() {}

    /** What is no address is its own block. */
    public static String of(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            if (parsed instanceof Inet6Address) {
                byte[] first = parsed.getAddress();
                Arrays.fill(first, PREFIX_BYTES, first.length, (byte) 0);
                return InetAddress.getByAddress(first).getHostAddress() + "/64";
            }
            return parsed.getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException noAddress) {
            return address;
        }
    }
}
