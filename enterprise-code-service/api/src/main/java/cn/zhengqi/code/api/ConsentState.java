package cn.zhengqi.code.api;

/** Whether an enterprise allows a kind of its data to be used now. */
public record ConsentState(boolean granted) {}
