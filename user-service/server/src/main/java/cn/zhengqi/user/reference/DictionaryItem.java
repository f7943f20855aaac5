package cn.zhengqi.user.reference;

/** One of the words that can be chosen for something. */
public record DictionaryItem(String code, String name) {}
