package cn.zhengqi.data.encryption;

/** Takes the place of a text that has to be found again but never shown: HMAC-SM3 under a key of one column. */
@FunctionalInterface
public interface ProtectedIndex {

    byte[] of(String text);
}
