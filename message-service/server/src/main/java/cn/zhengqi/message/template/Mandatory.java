package cn.zhengqi.message.template;

/**
 * Why a notice may not be switched off.
 *
 * @param fixed its receivers may not decline the ways by which it goes either
 * @param urgent it goes in quiet hours too
 */
public record Mandatory(String because, boolean fixed, boolean urgent) {

    /** For operators; receivers have it in their inbox, and may decline the other ways. */
    public static Mandatory of(String because) {
        return new Mandatory(because, false, false);
    }
}
