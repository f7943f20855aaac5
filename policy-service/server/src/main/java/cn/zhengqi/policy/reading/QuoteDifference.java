package cn.zhengqi.policy.reading;

/**
 * A condition that asks for another figure than the words that it quotes.
 *
 * @param path of the condition in its tree, as that of a fault
 * @param label what the condition is called
 * @param message which figure stands here and which there, in Chinese
 * @param certain whether it says all the same that its figure was held against the text
 */
public record QuoteDifference(String path, String label, String message, boolean certain) {

    /** With what it is about. */
    public String told() {
        return "“" + label + "”的" + message;
    }
}
