using System;
using System.Reflection;

namespace TorchSharp
{
    namespace Utils
    {
        /// <summary>Gives a component another name in its module than that of its field.</summary>
        public class ComponentNameAttribute : Attribute
        {
            /// <summary>The name.</summary>
            public string Name { get; set; } = "";
        }
    }

    public static class FieldInfoExtensionMethods
    {
        /// <summary>The name under which a module registers the field.</summary>
        public static string ComponentName(this FieldInfo field) =>
            field.GetCustomAttribute<Utils.ComponentNameAttribute>() is { Name.Length: > 0 } given ? given.Name : field.Name;
    }
}
