package cn.zhengqi.auth.guess;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * That a browser has worked for an attempt: the SHA-256 of challenge, point and counter begins with as many zero bits as was asked for.
 *
 * @param challenge as the server gave it
 * @param counter that the browser has found
 */
public record Proof(
        @NotBlank @Size(max = 300) String challenge,
        @Min(0) @Max(Integer.MAX_VALUE) long counter) {

    boolean hasZeroBits(int wanted) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((challenge + "." + counter).getBytes(StandardCharsets.US_ASCII));
            for (int bit = 0; bit < wanted; bit++) {
                if ((hash[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                    return false;
                }
            }
            return true;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is not there", impossible);
        }
    }
}
