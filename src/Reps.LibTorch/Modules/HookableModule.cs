using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls others' functions before and after its own.</summary>
        public class HookableModule<TPreHook, TPostHook> : Module
        {
            protected Dictionary<string, TPreHook> pre_hooks = [];
            protected Dictionary<string, TPostHook> post_hooks = [];
            protected Dictionary<string, Action<Module>> module_pre_hooks = [];
            protected Dictionary<string, Action<Module>> module_post_hooks = [];
            private long _last;

            protected HookableModule(string name)
                : base(name) { }

            public HookRemover register_forward_hook(TPostHook hook) => Add(post_hooks, hook);

            public HookRemover register_forward_pre_hook(TPreHook hook) => Add(pre_hooks, hook);

            public HookRemover register_forward_hook(Action<Module> hook) => Add(module_post_hooks, hook);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Add(module_pre_hooks, hook);

            // A hook may remove itself, so they are called from a copy.
            private protected TPreHook[] Before()
            {
                if (module_pre_hooks.Count > 0)
                    foreach (Action<Module> hook in module_pre_hooks.Values.ToArray()) hook(this);
                return pre_hooks.Count == 0 ? [] : [.. pre_hooks.Values];
            }

            private protected TPostHook[] After() => post_hooks.Count == 0 ? [] : [.. post_hooks.Values];

            private protected void Finish()
            {
                if (module_post_hooks.Count > 0)
                    foreach (Action<Module> hook in module_post_hooks.Values.ToArray()) hook(this);
            }

            private HookRemover Add<T>(Dictionary<string, T> hooks, T hook)
            {
                string key = Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            private void Remove(string key)
            {
                _ = pre_hooks.Remove(key) || post_hooks.Remove(key) || module_pre_hooks.Remove(key) || module_post_hooks.Remove(key);
            }

            /// <summary>Takes a hook away again.</summary>
            public class HookRemover
            {
                private readonly HookableModule<TPreHook, TPostHook> _module;
                private readonly string _key;

                public HookRemover(HookableModule<TPreHook, TPostHook> module, string key) => (_module, _key) = (module, key);

                public void remove() => _module.Remove(_key);
            }
        }
    }
}
