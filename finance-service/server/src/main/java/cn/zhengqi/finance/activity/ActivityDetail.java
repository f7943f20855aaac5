package cn.zhengqi.finance.activity;

/** @param body in the safe part of Markdown that pages show */
public record ActivityDetail(ActivityView activity, String body) {}
