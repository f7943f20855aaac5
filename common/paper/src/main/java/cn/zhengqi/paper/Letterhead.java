package cn.zhengqi.paper;

/**
 * Who issues a paper.
 *
 * @param publicUrl where it can be checked
 */
public record Letterhead(String publicUrl, String platform) {}
