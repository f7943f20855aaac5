package cn.zhengqi.policy.catalogue;

import java.util.List;

/** The files that came with a document. */
public record Attachments(List<Attachment> files) {

    public static final Attachments NONE = new Attachments(List.of());

    public record Attachment(String name, String url) {}

    public Attachments {
        files = List.copyOf(files);
    }
}
