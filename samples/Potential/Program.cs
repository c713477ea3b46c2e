using System;

Console.WriteLine("potential");
