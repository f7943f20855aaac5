package cn.zhengqi.other.api;

public record Told(String what) {}
